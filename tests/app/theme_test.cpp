#include "app/widgets/theme.h"

#include "third_party/catch2.h"

TEST_CASE("Black on white has the greatest contrast", "[theme]") {
    CHECK(ui::contrast({0x000000}, {0xFFFFFF}) == Approx(21.0));
    CHECK(ui::contrast({0x777777}, {0x777777}) == Approx(1.0));
}

TEST_CASE("Text stands out from every ground it is drawn on, in both themes", "[theme]") {
    for (const ui::Palette* p : {&ui::light_palette(), &ui::dark_palette()}) {
        struct Pair {
            const char* name;
            ui::Colour ink;
            ui::Colour ground;
        };
        const Pair pairs[] = {
            {"text on page", p->text, p->page},
            {"text on rail", p->text, p->rail},
            {"text on surface", p->text, p->surface},
            {"text on sunken", p->text, p->sunken},
            {"text on accent soft", p->text, p->accent_soft},
            {"text on good soft", p->text, p->good_soft},
            {"text on bad soft", p->text, p->bad_soft},
            {"text on warn soft", p->text, p->warn_soft},
            {"muted on page", p->muted, p->page},
            {"muted on rail", p->muted, p->rail},
            {"muted on surface", p->muted, p->surface},
            {"muted on sunken", p->muted, p->sunken},
            {"muted on accent soft", p->muted, p->accent_soft},
            {"accent on page", p->accent, p->page},
            {"accent on surface", p->accent, p->surface},
            {"on accent", p->on_accent, p->accent},
            {"good on good soft", p->good, p->good_soft},
            {"good on surface", p->good, p->surface},
            {"good on page", p->good, p->page},
            {"bad on bad soft", p->bad, p->bad_soft},
            {"bad on surface", p->bad, p->surface},
            {"bad on page", p->bad, p->page},
            {"warn on warn soft", p->warn, p->warn_soft},
            {"fresh on page", p->fresh, p->page},
            {"learning on page", p->learning, p->page},
            {"due on page", p->due, p->page},
            {"learning on surface", p->learning, p->surface},
            {"marked words", p->on_mark, p->mark},
            {"message", p->page, p->text},
            {"error message", p->surface, p->bad},
        };
        for (const Pair& pair : pairs) {
            INFO(pair.name << (p == &ui::dark_palette() ? ", dark" : ", light"));
            CHECK(ui::contrast(pair.ink, pair.ground) >= 4.5);
        }
        CHECK(ui::contrast(p->outline, p->page) >= 3.0);
        CHECK(ui::contrast(p->outline, p->surface) >= 3.0);
    }
}
