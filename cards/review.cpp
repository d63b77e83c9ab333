#include "cards/review.h"

namespace cards {

std::string_view to_text(Form form) noexcept {
    switch (form) {
        case Form::Options: return "options";
        case Form::Gap: return "gap";
        case Form::Typed: return "typed";
        case Form::Flip: return "flip";
    }
    return {};
}

}  // namespace cards
