#!/usr/bin/env python3
"""Fail when a src/<module>/<file>.cpp has neither tests/<module>/<file>_test.cpp nor a reason."""
import pathlib
import sys

# Files whose behaviour is asserted elsewhere, each with the place.
ELSEWHERE = {
    "schedule/compile_people.cpp": "tests/schedule/compile_test",
    "schedule/compile_places.cpp": "tests/schedule/compile_test",
    "schedule/compile_sessions.cpp": "tests/schedule/compile_test",
    "schedule/contradictions.cpp": "tests/schedule/compile_test contradicts itself in each way",
    "schedule/conflicts.cpp": "tests/schedule/compile_test numbers and accepts them; tests/cli/conflicts_test",
    "schedule/placement_cuts.cpp": "tests/schedule/repair_test, infeasibility_test",
    "schedule/placement_neighbours.cpp": "tests/schedule/repair_test",
    "schedule/placement_parting.cpp": "tests/schedule/repair_test, infeasibility_test",
    "editor/programme_change.cpp": "tests/cli/replan_test makes each change",
    "editor/programme_change_json.cpp": "tests/cli/replan_test reads each change, and what is wrong",
    "editor/replan.cpp": "tests/cli/replan_test",
    "cli/replan_verb.cpp": "tests/cli/replan_test",
    "cli/why_report.cpp": "tests/cli/replan_test",
    "schedule/road_graph.cpp": "tests/schedule/road_router_test and road_reach_test",
    "schedule/fact_core.cpp": "tests/schedule/infeasibility_test and interpreter_assignment_test hold cores to brute force",
    "schedule/overlap_costs.cpp": "tests/schedule/scorer_test holds moves to counting anew",
    "schedule/spread_costs.cpp": "tests/schedule/scorer_test holds moves to counting anew",
    "schedule/problem.cpp": "tests/schedule/plan_test",
    "schedule/forum_plan.cpp": "tests/schedule/forum_maker_test holds the plans that it draws",
    "schedule/plan_check_pools.cpp": "tests/schedule/plan_check_test",
    "cli/generate_forum_verb.cpp": "tests/cli/schedule_test",
    "cli/open_meeting.cpp": "tests/cli/conflicts_test, schedule_test, release_test",
    "cli/schedule_verb.cpp": "tests/cli/schedule_test",
    "schedule/travel_table.cpp": "tests/schedule/travel_test",
    "cli/conflicts_verb.cpp": "tests/cli/conflicts_test",
    "cli/commit_edit.cpp": "tests/cli/edit_test",
    "cli/release_verb.cpp": "tests/cli/release_test",
    "cli/diff_verb.cpp": "tests/cli/release_test",
    "cli/programme_export.cpp": "tests/cli/programme_test",
    "cli/travel_import.cpp": "tests/cli/programme_test",
    "schedule/instance_members.cpp": "tests/schedule/instance_json_test names what is wrong with its place",
    "schedule/instance_reader.cpp": "tests/schedule/instance_json_test",
    "intake/frab_event.cpp": "tests/intake/frab_test",
    "io/ical_component.cpp": "tests/io/export_ics_test, timetable_ics_test",
    "cli/argument_builder.cpp": "tests/cli/usage_test",
    "cli/argument_builder_schedule.cpp": "tests/cli/usage_test",
    "ui/panels/interpreters_offer.cpp": "tests/ui/panels/interpreters_panel_test looks at what is found, and applies it",
    "ui/panels/b2b_grid.cpp": "tests/ui/panels/b2b_panel_test plans and looks at the tables",
    "app/main.cpp": "tests/cli and tests/window start the built program",
    "app/imgui_platform.cpp": "tests/app/application_test types and clicks through it",
    "app/bench_layers.cpp": "dostyk bench prints its figures",
    "app/bench_edits.cpp": "dostyk bench prints its figures",
    "app/bench_links.cpp": "dostyk bench prints its figures",
    "app/application_record.cpp": "tests/app/recorder_test records what hands do",
    "app/replay_hand.cpp": "tests/app/replay_test; tests/journeys",
    "app/replay_keyboard.cpp": "tests/app/replay_test replays without a mouse; tests/journeys",
    "app/replay_mouse.cpp": "tests/app/replay_test; tests/journeys",
    "app/replay_stage.cpp": "tests/app/replay_test opens it, in each language",
    "app/partial_show.cpp": "tests/window sees what is on a virtual display",
    "app/sfml_window.cpp": "tests/window opens it on a virtual display",
    "store/entity_rows.cpp": "tests/store/gpkg_store_test holds a store to what every store keeps to",
    "editor/own_claim.cpp": "tests/editor/tools/place_edit_test and tests/editor/programme_edit_test",
    "ui/panels/programme_axis_band.cpp": "tests/ui/panels/programme_panel_test draws and carries through it",
    "ui/panels/programme_board.cpp": "tests/ui/panels/programme_panel_test draws and carries through it",
    "ui/panels/programme_changes.cpp": "tests/ui/panels/releases_panel_test counts its ghosts and presses one",
    "ui/panels/programme_carry.cpp": "tests/ui/panels/programme_panel_test draws and carries through it",
    "ui/panels/programme_search.cpp": "tests/ui/panels/programme_panel_test plans, drops and keeps",
    "ui/panels/programme_tray.cpp": "tests/ui/panels/programme_panel_test draws and carries through it",
    "editor/replay_lines.cpp": "tests/editor/replay_log_test writes what it has read",
    "editor/table_selection.cpp": "tests/editor/table_view_test keeps a selection through sorting",
    "editor/workspace_selection.cpp": "tests/editor/workspace_test selects and goes back",
    "editor/workspace_motion.cpp": "tests/editor/workspace_test moves and plays the workspace",
    "editor/edit_session_folder.cpp": "tests/editor/edit_session_test changes the folder from outside",
    "store/audit_log.cpp": "tests/store/change_log_test and gpkg_store_test tamper with every column",
    "ui/panels/planned_meeting.cpp": "tests/ui/panels/conflicts_panel_test chooses a meeting",
    "gis/raster_picture.cpp": "tests/gis/foreign_raster_test reads bands, palettes and what is no data",
    "gis/read_layer.cpp": "tests/gis/map_file_test reads layers of several formats",
    "gis/read_raster.cpp": "tests/gis/map_file_test reads the relief",
    "intake/mapped_file.cpp": "tests/intake/archive_test judges files through it",
    "intake/read_file.cpp": "tests/intake/worker_client_test reads files of every format",
    "intake/sandbox.cpp": "tests/intake/worker_client_test asks the worker; tests/cli/import_worker_test traces it",
    "intake/template_columns.cpp": "tests/intake/template_file_test reads the headings back",
    "intake/worker.cpp": "tests/intake/worker_client_test starts it",
    "render/field_batch.cpp": "tests/render/renderer_test: golden symbols and labels",
    "render/field_texture.cpp": "tests/render/renderer_test draws from both atlases",
    "render/fill_pass.cpp": "tests/render/renderer_test: golden fills",
    "render/gl_objects.cpp": "tests/render/renderer_test draws with every one of them",
    "render/ground_pass.cpp": "tests/render/renderer_test: golden fills and the same picture by both ways",
    "render/image_pass.cpp": "tests/render/renderer_test: a picture over the ground",
    "render/label_pass.cpp": "tests/render/renderer_test: golden labels",
    "render/line_pass.cpp": "tests/render/renderer_test: golden lines",
    "render/mesh_cache.cpp": "tests/render/renderer_test forgets meshes and draws them again",
    "render/path_pass.cpp": "tests/render/renderer_test: golden paths",
    "render/texture_cache.cpp": "tests/render/renderer_test: a picture over the ground",
    "cli/edit_verb.cpp": "tests/cli/edit_test and kill_test drive it",
    "cli/generate_verb.cpp": "tests/cli/edit_test",
    "cli/history_verb.cpp": "tests/cli/edit_test",
    "cli/interchange_verbs.cpp": "tests/cli/edit_test",
    "cli/layer_verb.cpp": "tests/cli/layer_test.py",
    "cli/merge_verb.cpp": "tests/cli/merge_test",
    "cli/examples.cpp": "tests/cli/usage_test.py",
    "cli/export_project.cpp": "tests/cli/export_test reads every format with other programs",
    "cli/export_verb.cpp": "tests/cli/export_test",
    "cli/arguments.cpp": "tests/cli/usage_test.py",
    "cli/boundaries_verb.cpp": "tests/cli/boundaries_test.py",
    "cli/console.cpp": "tests/cli: every test reads what is printed",
    "cli/describe.cpp": "tests/cli/describe_test.py",
    "cli/describe_verb.cpp": "tests/cli/describe_test.py",
    "cli/import_report.cpp": "tests/cli/import_test.py",
    "cli/import_verb.cpp": "tests/cli/import_test.py",
    "cli/info_verb.cpp": "tests/cli/info_test.py",
    "cli/open_project.cpp": "tests/cli/info_test.py, boundaries_test.py",
    "cli/options.cpp": "tests/cli/render_test.py, usage_test.py",
    "cli/render_verb.cpp": "tests/cli/render_test.py",
    "cli/run.cpp": "tests/cli/usage_test.py",
    "cli/studio.cpp": "tests/app/load_test, tests/cli/render_test.py",
    "cli/solve_verb.cpp": "tests/cli/solve_test.py",
    "cli/template_verb.cpp": "tests/cli/template_test.py",
    "cli/validate_verb.cpp": "tests/cli/validate_test.py",
    "scene/compose_flows.cpp": "tests/scene/compose_test composes a project",
    "scene/compose_ground.cpp": "tests/scene/compose_test composes frames of the real map",
    "scene/compose_marks.cpp": "tests/scene/compose_test and picking_test compose a project",
    "scene/compose_points.cpp": "tests/scene/compose_test reads the names of frames",
    "scene/compose_symbols.cpp": "tests/scene/compose_test and picking_test compose a project",
    "scene/entity_notes.cpp": "tests/scene/compose_test reads what notes say",
    "scene/layer_look.cpp": "tests/scene/compose_layers_test composes layers with and without classes",
    "scene/style_reader.cpp": "tests/scene/style_test loads good and broken styles",
    "core/version.cpp": "tests/cli asserts --version",
    "app/x11_clipboard.cpp": "needs an X server: its picture was read back from outside",
    "editor/import_choices.cpp": "tests/editor/import_session_test chooses and mends",
    "editor/import_preview.cpp": "tests/editor/import_session_test reads what rows would change",
    "editor/workspace_files.cpp": "tests/ui/panels/file_browser_test opens files, tests/editor/import_session_test imports",
    "io/export_request.cpp": "tests/editor/export_session_test exports",
    "ui/panels/file_browser_rows.cpp": "tests/ui/panels/file_browser_test presses rows",
    "ui/panels/export_target.cpp": "tests/ui/panels/export_panel_test chooses a place, and takes the one that is offered",
    "ui/panels/import_cells.cpp": "tests/ui/panels/import_panel_test mends a cell",
    "ui/panels/import_columns.cpp": "tests/editor/import_session_test maps columns, tests/ui/panels/import_panel_test draws them",
    "ui/panels/import_details.cpp": "tests/ui/panels/import_panel_test draws it in four languages",
    "ui/panels/import_rows.cpp": "tests/ui/panels/import_panel_test goes through rows",
    "ui/panels/open_panel.cpp": "tests/ui/panels/file_browser_test opens a file",
    "ui/panels/inspector_many.cpp": "tests/ui/panels/inspector_panel_test edits two at once",
    "ui/panels/new_sheets.cpp": "tests/ui/panels/start_sheet_test makes a meeting of a template",
    "ui/panels/dock_panel.cpp": "tests/ui/panels/table_panel_test and graph_panel_test open its tabs",
    "ui/panels/table_cell_edit.cpp": "tests/ui/panels/table_panel_test writes into cells",
    "ui/panels/table_grid.cpp": "tests/ui/panels/table_panel_test selects rows and writes cells",
    "ui/focus.cpp": "tests/ui/shell_test presses Tab through all controls",
    "ui/fields.cpp": "tests/ui/panels/inspector_panel_test types and picks",
    "ui/panels/inspector_claims.cpp": "tests/ui/panels/inspector_panel_test adds and removes claims",
    "ui/texts.cpp": "tests/ui/shell_test draws every panel in four languages",
    "ui/widgets.cpp": "tests/ui/shell_test presses controls and measures their texts",
    "ui/panels/frames.cpp": "tests/ui/shell_test draws every panel",
    "ui/panels/layer_style.cpp": "tests/ui/panels/own_layers_test changes a layer's style",
    "ui/panels/layer_tooltip.cpp": "tests/ui/panels/own_layers_test rests on a feature",
    "ui/panels/legend_panel.cpp": "tests/ui/shell_test draws it in every mode",
    "ui/panels/overlay_panels.cpp": "tests/ui/shell_test opens and closes each",
    "ui/panels/search_panel.cpp": "tests/ui/shell_test types and selects",
    "ui/panels/status_bar.cpp": "tests/ui/shell_test draws it at every size",
    "ui/panels/top_bar.cpp": "tests/ui/shell_test presses languages and modes",
}


# Folders of many small files of one sort, which one test goes through: the test.
TOGETHER = {
    "schedule/constraints/": "tests/schedule/constraints_test.cpp",
    "schedule/search/moves/": "tests/schedule/search/move_test.cpp",
}


def faults(root: pathlib.Path) -> list[str]:
    found = []
    sources = {str(path.relative_to(root / "src")): path for path in (root / "src").rglob("*.cpp")}
    for name in sorted(sources):
        together = [test for folder, test in TOGETHER.items() if name.startswith(folder)]
        test = root / (together[0] if together else "tests/" + name.removesuffix(".cpp") + "_test.cpp")
        if name in ELSEWHERE:
            if test.exists():
                found.append(f"src/{name}: has a test, so its entry in ELSEWHERE goes")
        elif not test.exists():
            found.append(f"src/{name}: no {test.relative_to(root)} and no reason in tools/check_tests.py")
        elif "CHECK" not in test.read_text("utf-8"):
            found.append(f"{test.relative_to(root)}: asserts nothing")
    found += [f"tools/check_tests.py: {name} is gone" for name in ELSEWHERE if name not in sources]
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = faults(root.resolve())
    print("\n".join(found) if found else "tests: every source has its test or a reason")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
