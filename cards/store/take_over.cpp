#include "cards/store/case_writer.h"

namespace cards::store {

TakeOver Library::take_over(const CaseFile& casefile, Origin origin, std::string_view toml, Stamp stamp) {
    Connection& c = *connection_;
    return c.guarded("copy the case \"" + casefile.id + "\" into your library", [&]() -> TakeOver {
        if (has_text(casefile.id, toml)) return {};
        Transaction transaction(c);
        CaseWriter writer(c, casefile, origin, stamp);
        writer.put_case(toml.empty() ? std::nullopt : std::optional<Id>(digest_of(toml)));
        writer.replace_sources_and_people();
        writer.put_facts();
        TakeOver report = writer.report();
        report.changed = true;
        transaction.commit();
        return report;
    });
}

std::vector<CardKey> Library::add_fact(const CaseFile& case_with_sources, const Fact& fact, Stamp stamp) {
    Connection& c = *connection_;
    return c.guarded("add a fact to the case \"" + case_with_sources.id + "\"", [&] {
        Transaction transaction(c);
        CaseWriter writer(c, case_with_sources, Origin::Own, stamp);
        if (writer.case_origin() == Origin::Own) writer.put_case(std::nullopt);
        writer.put_sources_and_people();
        writer.put_one(fact, stamp.id);
        // What a student has just written is asked before other new cards; the last
        // of its cards is moved first, so that they keep their order.
        for (auto card = writer.new_cards().rbegin(); card != writer.new_cards().rend(); ++card)
            c.query("UPDATE card_state SET ordinal = (SELECT min(ordinal) FROM card_state) - 1 WHERE card = ?1", *card)
                .run();
        transaction.commit();
        return writer.new_cards();
    });
}

}  // namespace cards::store
