#include "app/embedded/embedded.h"

#include <algorithm>

#include "embedded_table.h"

namespace app {

const std::vector<EmbeddedFile>& embedded_files() {
    static const std::vector<EmbeddedFile> files = embedded_table();
    return files;
}

std::string_view embedded(std::string_view name) {
    const auto& files = embedded_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& f) { return f.name == name; });
    return found == files.end() ? std::string_view{} : found->bytes;
}

}  // namespace app
