#include "cli/examples.hpp"

namespace dostyk::cli {

std::string examples_of(std::string_view name)
{
    if (name == "validate") {
        return "  dostyk validate data/kz-kg\n"
               "  dostyk validate data/kz-kg/goal/mutual-trade-2bn.json --json\n";
    }
    if (name == "info") {
        return "  dostyk info data/kz-kg --pack strict\n  dostyk info maps/base.gpkg --json\n";
    }
    if (name == "describe") {
        return "  dostyk describe data/kz-kg --lang ru\n"
               "  dostyk describe data/kz-kg --lang kk --pack strict\n";
    }
    if (name == "boundaries" || name == "use") {
        return "  dostyk boundaries use official.gpkg --project data/kz-kg\n"
               "  dostyk boundaries use --project data/kz-kg --revert\n";
    }
    if (name == "render") {
        return "  dostyk render data/kz-kg --out map.png\n"
               "  dostyk render data/kz-kg --out kg.png --fit KG --lang ky --style print\n"
               "  dostyk render data/kz-kg --out chu.png --view 74.6,42.9,8 --size 1280x720\n";
    }
    if (name == "edit") {
        return "  dostyk edit data/kz-kg < commands.jsonl\n"
               "  echo '{\"command\": \"undo\"}' | dostyk edit data/kz-kg\n";
    }
    if (name == "history") {
        return "  dostyk history data/kz-kg\n  dostyk history forum.gpkg --json\n";
    }
    if (name == "audit" || name == "verify") {
        return "  dostyk audit verify data/kz-kg\n";
    }
    if (name == "export") {
        return "  dostyk export data/kz-kg --format json\n"
               "  dostyk export forum.gpkg --format json --out forum\n"
               "  dostyk export data/kz-kg --format geojson --out sites.geojson --kind "
               "project\n"
               "  dostyk export forum.gpkg --format xlsx --out forum.xlsx --audience partner\n"
               "  dostyk export forum --format ics --release last --of guests --out guests.ics\n"
               "  dostyk export forum --format frab-xml --meeting council --out schedule.xml\n";
    }
    if (name == "merge") {
        return "  dostyk merge base mine theirs --out merged\n"
               "  dostyk merge base mine theirs --out mine --json\n";
    }
    if (name == "generate" || name == "store") {
        return "  dostyk generate store --entities 10000 --seed 1 --out large.gpkg\n"
               "  dostyk generate forum --sessions 400 --delegations 60 --venues 25 --cities 8 "
               "--days 5 --seed 1 --out forum.gpkg\n";
    }
    if (name == "forum") {
        return "  dostyk generate forum --sessions 400 --delegations 60 --venues 25 --cities 8 "
               "--days 5 --seed 1 --out forum.gpkg\n";
    }
    if (name == "schedule") {
        return "  dostyk schedule forum --time 30\n"
               "  dostyk schedule forum --seed 7 --iterations 1000000 --dry-run --json\n";
    }
    if (name == "conflicts") {
        return "  dostyk conflicts forum\n  dostyk conflicts forum --meeting council --json\n"
               "  dostyk conflicts forum --why\n"
               "  dostyk conflicts instance.json\n";
    }
    if (name == "replan") {
        return "  dostyk replan forum --change closed.json\n"
               "  dostyk replan forum --change late.json --json\n"
               "  dostyk replan forum.gpkg --change late.json --apply\n";
    }
    if (name == "release") {
        return "  dostyk release forum\n  dostyk release forum --meeting council --json\n";
    }
    if (name == "diff") {
        return "  dostyk diff forum 1 2\n  dostyk diff forum last now --lang ky\n";
    }
    if (name == "import") {
        return "  dostyk import delegations.xlsx --into forum --dry-run\n"
               "  dostyk import programme.csv --as session --into forum --dates day-first\n"
               "  dostyk import schedule.xml --meeting council --into forum\n"
               "  dostyk import minutes.csv --as travel --into forum\n"
               "  dostyk import forum --format project --into forum.gpkg\n";
    }
    if (name == "template") {
        return "  dostyk template delegations\n  dostyk template sites --out forms\n";
    }
    if (name == "layer" || name == "add" || name == "list" || name == "remove") {
        return "  dostyk layer add data/kz-kg reserves.gpkg --name Reserves\n"
               "  dostyk layer add data/kz-kg survey.shp --crs EPSG:32643\n"
               "  dostyk layer list data/kz-kg\n  dostyk layer remove data/kz-kg reserves\n";
    }
    if (name == "solve") {
        return "  dostyk solve --format csplib046 instances.md --instance 1 --json\n"
               "  dostyk solve --format b2b tic-12.original.dzn --fairness 2 --time 60 --json\n";
    }
    if (name == "replay") {
        return "  dostyk replay journey.jsonl --project forum\n"
               "  dostyk replay journey.jsonl --project forum --lang ky --no-mouse --json\n";
    }
    if (name == "bench") {
        return "  dostyk bench\n  dostyk bench data/kz-kg --json\n";
    }
    return "  dostyk\n  dostyk --project data/kz-kg --lang kk\n"
           "  dostyk render data/kz-kg --out map.png\n  dostyk validate data/kz-kg\n";
}

} // namespace dostyk::cli
