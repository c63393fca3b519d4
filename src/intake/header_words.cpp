#include "intake/header_words.hpp"

#include "core/fold.hpp"
#include "core/message.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dostyk::intake {

namespace {

struct Synonym {
    const char* target; ///< "name", "place.lat"
    std::optional<Language> language;
    const char* words; ///< parted by '|'
};

// What lists of delegations, programmes and sites call their columns.
constexpr std::array synonyms{
    Synonym{"id", std::nullopt, "id|uid|код|идентификатор|code|key"},
    Synonym{"name", Language::kk, "атауы|аты|аты-жөні|толық аты|тақырыбы|іс-шара|делегация"},
    Synonym{"name", Language::ky, "аталышы|аты-жөнү|толук аты|темасы|иш-чара|делегациянын аты"},
    Synonym{"name", Language::ru,
            "наименование|название|фио|ф.и.о.|фамилия имя отчество|имя|мероприятие|тема|название "
            "делегации|название сессии|объект"},
    Synonym{"name", Language::en,
            "name|title|full name|summary|event|session|venue name|site|subject|shapename"},
    Synonym{"description", Language::kk, "сипаттама|сипаттамасы|ескерту|ескертпе"},
    Synonym{"description", Language::ky, "сүрөттөмө|баяндама|эскертүү"},
    Synonym{"description", Language::ru, "описание|примечание|примечания|комментарий"},
    Synonym{"description", Language::en, "description|notes|note|remarks|comment|desc|cmt"},
    Synonym{"position", Language::kk, "лауазымы|лауазым|қызметі"},
    Synonym{"position", Language::ky, "кызматы|кызмат орду"},
    Synonym{"position", Language::ru, "должность|должность (полностью)"},
    Synonym{"position", Language::en, "position|post|job title|office"},
    Synonym{"country", std::nullopt,
            "страна|государство|ел|елі|мемлекет|өлкө|country|state|nation|сторона"},
    Synonym{"city", Language::kk, "қала|қаласы|елді мекен"},
    Synonym{"city", Language::ky, "шаар|шаары|калктуу пункт"},
    Synonym{"city", Language::ru, "город|населённый пункт|населенный пункт|пункт"},
    Synonym{"city", Language::en, "city|town|settlement|locality"},
    Synonym{
        "capacity", std::nullopt,
        "вместимость|мест|число мест|количество мест|сыйымдылығы|орын саны|сыйымдуулугу|орундар "
        "саны|capacity|seats|places"},
    Synonym{"zone", std::nullopt, "часовой пояс|уақыт белдеуі|убакыт алкагы|time zone|timezone|tz"},
    Synonym{"date", std::nullopt,
            "дата|дата проведения|день|начало|дата начала|күні|басталуы|өткізілетін күні|күнү|"
            "башталышы|өткөрүлүүчү күнү|date|day|start|start date|begin|begins|dtstart|when|дата "
            "прибытия|дата прилёта|прибытие|заезд|дата заезда|келу күні|келүү күнү|arrival date|"
            "check-in"},
    Synonym{"date.end", std::nullopt,
            "конец|окончание|дата окончания|завершение|аяқталуы|аякташы|бүтүшү|end|end date|ends|"
            "dtend|until|finish|выезд|дата выезда|кету күні|кетүү күнү|check-out"},
    Synonym{"date.time", std::nullopt,
            "время|время начала|начало (время)|уақыты|уақыт|убакыт|убактысы|time|start time|время "
            "прибытия|время прилёта|келу уақыты|келүү убактысы|arrival time"},
    Synonym{"date.zone", std::nullopt,
            "часовой пояс|уақыт белдеуі|убакыт алкагы|time zone|timezone|tz|zone"},
    Synonym{"venue", std::nullopt,
            "место проведения|место|зал|площадка|өтетін орны|орны|алаң|алаңы|зал|өтүүчү "
            "жери|жери|venue|"
            "location|hall|room|where|гостиница|отель|қонақ үй|мейманкана|hotel"},
    Synonym{
        "meeting", std::nullopt,
        "встреча|саммит|совещание|форум|заседание|отырыс|кездесу|жиналыс|жолугушуу|жыйын|meeting|"
        "summit|forum"},
    Synonym{"head", std::nullopt,
            "глава|глава делегации|руководитель|басшысы|делегация басшысы|жетекчиси|делегация "
            "башчысы|head|head of delegation|leader"},
    Synonym{"members", std::nullopt,
            "члены|члены делегации|состав|участники делегации|мүшелері|құрамы|мүчөлөрү|курамы|"
            "members|delegates|composition"},
    Synonym{"participants", std::nullopt,
            "участники|қатысушылар|катышуучулар|participants|attendees"},
    Synonym{"asker", std::nullopt,
            "кто просит|заявитель|сұраушы|өтініш беруші|сураган|өтүнмө ээси|who asks|requester|"
            "applicant"},
    Synonym{"asked", std::nullopt,
            "кого просят|с кем встреча|кіммен|шақырылған|ким менен|чакырылган|who is asked|partner|"
            "counterpart|to meet"},
    Synonym{"match_score", std::nullopt, "оценка|балл|баллы|бағасы|ұпай|баасы|упай|score|points"},
    Synonym{"mutual", std::nullopt, "взаимная|взаимно|өзара|өз ара|mutual"},
    Synonym{"session", std::nullopt, "сессия"},
    Synonym{"number", std::nullopt, "номер|нөмір|номери|number"},
    Synonym{"speaker", std::nullopt,
            "докладчик|докладывает|баяндамашы|баяндамачы|speaker|presenter|rapporteur"},
    Synonym{"documents", std::nullopt, "документы|материалы|құжаттар|документтер|documents|papers"},
    Synonym{"person", std::nullopt, "фио|ф.и.о.|аты-жөні|аты-жөнү|person|full name"},
    Synonym{"persons", std::nullopt,
            "фио|ф.и.о.|проживающие|пассажиры|тұлғалар|инсандар|persons|people|guests|passengers"},
    Synonym{"language_pairs", std::nullopt,
            "языки|языковые пары|тілдер|тіл жұптары|тилдер|тил жуптары|languages|language pairs"},
    Synonym{"interpretation", std::nullopt, "вид перевода|аударма түрі|котормо түрү|interpreting"},
    Synonym{"direction", std::nullopt, "направление|бағыты|багыты|direction"},
    Synonym{"mode", std::nullopt, "вид транспорта|транспорт|көлік түрі|унаа түрү|transport"},
    Synonym{"point", std::nullopt,
            "аэропорт|вокзал|пункт|әуежай|вокзалы|аэропорту|point|airport|station"},
    Synonym{"service", std::nullopt,
            "рейс|номер рейса|поезд|рейс/поезд|рейсі|пойыз|рейси|flight|flight no|train|service"},
    Synonym{"lounge_quota", std::nullopt, "vip|vip-зал|квота vip|vip lounge"},
    Synonym{"host_covered", std::nullopt,
            "за счёт принимающей стороны|оплата принимающей стороной|paid by host|host covered"},
    Synonym{"room", std::nullopt, "номер комнаты|комната|бөлме|бөлмө|room number|room no"},
    Synonym{"plate", std::nullopt,
            "госномер|гос. номер|номер авто|мемлекеттік нөмірі|мамлекеттик номери|plate|"
            "registration|license plate"},
    Synonym{"class", std::nullopt, "класс|тип автомобиля|класы|классы|class|type of vehicle"},
    Synonym{"driver", std::nullopt, "водитель|жүргізуші|айдоочу|driver|chauffeur"},
    Synonym{"rank", std::nullopt, "ранг|уровень|дәрежесі|даражасы|rank"},
    Synonym{"precedence", std::nullopt,
            "старшинство|порядок старшинства|протокольный порядок|протоколдық реті|протоколдук "
            "тартиби|precedence|order|order of precedence"},
    Synonym{"posts", std::nullopt, "занимаемые должности|лауазымдары|кызмат орундары|posts"},
    Synonym{"head_post", std::nullopt,
            "должность главы|басшысының лауазымы|башчысынын кызмат орду|post of the head"},
    Synonym{"credentials", std::nullopt,
            "аккредитация|полномочия|аккредиттеу|аккредитация|credentials|accreditation"},
    Synonym{"format", std::nullopt, "формат|состав встречи|пішімі|форматы|format"},
    Synonym{"duration", std::nullopt,
            "продолжительность|длительность|длительность, мин|минут|ұзақтығы|узактыгы|duration|"
            "length|minutes"},
    Synonym{"size", std::nullopt,
            "число участников|количество участников|человек|людей|адам саны|қатысушылар саны|"
            "катышуучулардын саны|people|headcount|number of people|size"},
    Synonym{"status", std::nullopt, "статус|состояние|күйі|мәртебесі|абалы|status|state of work"},
    Synonym{"sector", std::nullopt, "отрасль|сектор|сала|саласы|тармак|тармагы|sector|branch"},
    Synonym{"cost", std::nullopt, "стоимость|цена|сумма|құны|баасы|наркы|cost|price|value"},
    Synonym{"due", std::nullopt, "срок|мерзімі|мөөнөтү|due|deadline"},
    Synonym{"parties", std::nullopt, "стороны|тараптар|тараптары|parties"},
    Synonym{"tags", std::nullopt, "теги|метки|белгілер|белгилер|tags|categories|labels"},
    Synonym{"url", std::nullopt, "ссылка|адрес|сілтеме|шилтеме|url|link"},
    Synonym{"place", std::nullopt,
            "местоположение|регион|область|облыс|облысы|облус|облусу|аймақ|аймак|place|region|unit|"
            "iso"},
    Synonym{"place.lat", std::nullopt, "широта|ендік|ендігі|кеңдик|кеңдиги|latitude|lat|y"},
    Synonym{"place.lon", std::nullopt,
            "долгота|бойлық|бойлығы|узундук|узундугу|longitude|lon|lng|long|x"},
    Synonym{"place.precision", std::nullopt, "точность|дәлдігі|тактыгы|precision|accuracy"},
};

constexpr std::array<std::pair<Language, const char*>, 4> markers{{
    {Language::kk, "kk|kaz|kz|қаз|каз|қазақша|казахский|казахском|қазақ тілінде|kazakh|казакча"},
    {Language::ky, "ky|kir|kyr|kg|кырг|кыр|кыргызча|киргизский|кыргызский|кыргызском|кыргыз "
                   "тилинде|kyrgyz|қырғызша"},
    {Language::ru, "ru|rus|рус|русский|русском|орысша|орыс тілінде|орусча|орус тилинде|russian"},
    {Language::en, "en|eng|англ|английский|английском|ағылшынша|ағылшын тілінде|англисче|англис "
                   "тилинде|english"},
}};

template <typename Use>
void for_each_word(std::string_view words, const Use& use)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        use(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

/// Marks between words become blanks, so that "name_kk" and "Название (қаз.)" have two.
std::string spaced(std::string_view text)
{
    std::string made;
    for (const char letter : text) {
        const bool is_mark =
            std::string_view("_()[]{}:;.,*\n\r\t|/").find(letter) != std::string_view::npos;
        made += is_mark ? ' ' : letter;
    }
    return made;
}

Target to_target(std::string_view text)
{
    const std::size_t point = text.find('.');
    return point == std::string_view::npos
               ? Target{std::string(text), {}}
               : Target{std::string(text.substr(0, point)), std::string(text.substr(point + 1))};
}

struct Meaning {
    Target target;
    std::optional<Language> language;
};

/// Folded word -> what it is used for.
const std::multimap<std::string, Meaning, std::less<>>& synonym_table()
{
    static const auto table = [] {
        std::multimap<std::string, Meaning, std::less<>> made;
        for (const Synonym& synonym : synonyms) {
            for_each_word(synonym.words, [&](std::string_view word) {
                made.emplace(fold_heading(word),
                             Meaning{to_target(synonym.target), synonym.language});
            });
        }
        return made;
    }();
    return table;
}

/// A language's mark at the end or the beginning is taken away and told.
std::optional<Language> take_marker(std::string& folded)
{
    static const auto table = [] {
        std::vector<std::pair<std::string, Language>> made;
        for (const auto& [language, words] : markers) {
            for_each_word(words, [&, to = language](std::string_view word) {
                made.emplace_back(fold_heading(word), to);
            });
        }
        return made;
    }();
    for (const auto& [word, language] : table) {
        for (const std::string& end : {" " + word, " na " + word}) {
            if (folded.ends_with(end)) {
                folded.erase(folded.size() - end.size());
                return language;
            }
        }
    }
    for (const auto& [word, language] : table) {
        if (folded.starts_with(word + " ")) {
            folded.erase(0, word.size() + 1);
            return language;
        }
    }
    return std::nullopt;
}

/// Parts of a field that a heading may name behind it: "cost unit", "place lat".
std::string take_part(std::string& folded, model::FieldType type)
{
    using Parts = std::map<model::FieldType, std::vector<std::pair<std::string, const char*>>>;
    static const Parts table = [] {
        const auto part = [](const char* name) { return std::pair(" " + fold(name), name); };
        return Parts{{model::FieldType::amount, {part("unit"), part("qualifier")}},
                     {model::FieldType::date, {part("time"), part("end"), part("zone")}},
                     {model::FieldType::place, {part("lat"), part("lon"), part("precision")}}};
    }();
    const auto found = table.find(type);
    if (found != table.end()) {
        for (const auto& [end, part] : found->second) {
            if (folded.ends_with(end)) {
                folded.erase(folded.size() - end.size());
                return part;
            }
        }
    }
    return {};
}

/// A field's name and labels, folded once: headings are compared with those of every kind.
struct FieldLabels {
    std::string name;
    std::array<std::string, all_languages.size()> labels;
};

const FieldLabels& labels_of(std::string_view field)
{
    static const auto table = [] {
        std::map<std::string, FieldLabels, std::less<>> made;
        for (const model::KindRule& kind : model::kinds()) {
            for (const model::FieldRule& rule : kind.fields) {
                FieldLabels& labels = made[std::string(rule.name)];
                labels.name = fold_heading(rule.name);
                for (const Language language : all_languages) {
                    labels.labels[index_of(language)] =
                        fold_heading(tr(language, "field." + std::string(rule.name)));
                }
            }
        }
        return made;
    }();
    return table.find(field)->second;
}

/// Language of a label that only one language has; a field's own name says none.
std::optional<Language> label_language(std::string_view folded, std::string_view field)
{
    const FieldLabels& labels = labels_of(field);
    std::optional<Language> found;
    if (folded == labels.name) {
        return found;
    }
    for (const Language language : {Language::kk, Language::ky, Language::ru}) {
        if (labels.labels[index_of(language)] == folded) {
            if (found) {
                return std::nullopt;
            }
            found = language;
        }
    }
    return found;
}

bool is_label(std::string_view folded, std::string_view field)
{
    const FieldLabels& labels = labels_of(field);
    return folded == labels.name ||
           std::find(labels.labels.begin(), labels.labels.end(), folded) != labels.labels.end();
}

/// What is asked of a heading for every kind, found once.
struct FoldedHeading {
    std::string whole;
    std::string bare; ///< Without the mark of a language
    std::optional<Language> marked;
};

/// Nothing for an empty text and for one that is too long to be a heading: cells are tried as
/// headings too, and a cell may be a book.
std::optional<FoldedHeading> folded_heading(std::string_view heading)
{
    constexpr std::size_t longest = 300; // [bytes]; the longest label has a third of it
    if (heading.size() > longest) {
        return std::nullopt;
    }
    FoldedHeading made;
    made.whole = fold_heading(heading);
    made.bare = made.whole;
    made.marked = take_marker(made.bare);
    return made.whole.empty() ? std::nullopt : std::optional(std::move(made));
}

std::vector<HeaderMeaning> meanings_in(const FoldedHeading& heading, const model::KindRule& kind)
{
    std::vector<HeaderMeaning> found;
    const auto& [whole, bare, marked] = heading;
    for (const model::FieldRule& rule : kind.fields) {
        std::string text = whole;
        const std::string part = take_part(text, rule.type);
        const bool has_languages = rule.type == model::FieldType::text4;
        if (is_label(text, rule.name)) {
            found.push_back({std::string(rule.name), part,
                             has_languages ? label_language(text, rule.name) : std::nullopt, 3});
        } else if (has_languages && marked && is_label(bare, rule.name)) {
            found.push_back({std::string(rule.name), part, marked, 2});
        }
    }
    for (const std::string& text : {whole, bare}) {
        const auto [first, last] = synonym_table().equal_range(text);
        for (auto each = first; each != last; ++each) {
            const Target& target = each->second.target;
            if (target.field == "id" || model::find_field(kind, target.field) != nullptr) {
                const auto own =
                    each->second.language == Language::en ? std::nullopt : each->second.language;
                found.push_back({target.field, target.part, marked ? marked : own, 1});
            }
        }
        if (bare == whole) {
            break;
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.sureness > b.sureness; });
    return found;
}

} // namespace

std::string fold_heading(std::string_view heading)
{
    std::string made = fold(spaced(heading));
    made.erase(0, std::min(made.find_first_not_of(' '), made.size()));
    return made;
}

std::vector<HeaderMeaning> meanings_of(std::string_view heading, const model::KindRule& kind)
{
    const auto folded = folded_heading(heading);
    return folded ? meanings_in(*folded, kind) : std::vector<HeaderMeaning>();
}

bool is_known_heading(std::string_view heading)
{
    const auto folded = folded_heading(heading);
    const auto kinds = model::kinds();
    return folded && std::any_of(kinds.begin(), kinds.end(), [&](const model::KindRule& kind) {
               return !meanings_in(*folded, kind).empty();
           });
}

} // namespace dostyk::intake
