#include "rig.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "app/window/fonts.h"

namespace rig {

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "casebook-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder could be made");
    path = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

NoRoomToWrite::NoRoomToWrite() {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit = {};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 1;
    setrlimit(RLIMIT_FSIZE, &limit);
}

NoRoomToWrite::~NoRoomToWrite() {
    rlimit limit = {};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

cards::IdSource counting_ids() {
    static int made = 0;  // Over all libraries of a test program, so that no id comes twice.
    return [] { return cards::named_id("test", std::to_string(++made)); };
}

std::string sample_case(const std::string& id, int facts) {
    std::string brief;
    std::string records;
    for (int i = 1; i <= facts; ++i) {
        brief += fmt::format("The agent of operation {0} was called Agent{0} by the service. ", i);
        records += fmt::format(R"(
[[facts]]
id = "{0}.agent-{1}"
claim = "The agent of operation {1} was called Agent{1}."
kind = "term"
answer = "Agent{1}"
status = "established"
as_of = "{2}-02-01"
sources = ["paper"]
people = []
passage = "operation {1} was called Agent{1}"
questions = ["What was the agent of operation {1} called by the service?"]
wrong = ["Cipher{1}", "Courier{1}", "Handler{1}"]
note = "A note on operation {1}."
)",
                               id, i, 2000 + i);
    }
    return fmt::format(R"(format = 1
id = "{0}"
title = "Sample {0}"
kind = "case"
for_whom = "Nobody"
begin = 2001
end = 2002
outcome = "convicted"
summary = "A case made up for tests."
tags = []
brief = """
{1}
"""
people = []

[[sources]]
id = "paper"
publisher = "Court of Tests"
title = "A paper"
date = "2001-03-01"
address = "https://example.org/paper"
tier = "court"
read = true
{2})",
                       id, brief, records);
}

std::unique_ptr<app::Session> open_session(const TempFolder& folder, const TestClock& clock, int facts) {
    app::SessionOptions options;
    options.library = folder.path / "library.casebook";
    options.now = clock.now;
    options.new_id = counting_ids();
    options.shipped = {{"sample.toml", sample_case("sample", facts)}};
    return std::make_unique<app::Session>(options);
}

Rig::Rig(Content content, int width, int height, float scale) : content_(std::move(content)) {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = 1.0F / 60.0F;
    imgui_compat::set_up_keys(io);
    ui.theme = ui::make_theme(false, scale);
    ui.fonts = window::load_fonts(*io.Fonts, ui.theme.em);
    ui.probe = &probe;
    ui.copy = [this](const std::string& text) { clipboard = text; };
    ui::apply(ui.theme);
    frames();
}

Rig::~Rig() { ImGui::DestroyContext(context_); }

void Rig::frame() {
    probe.start_frame();
    ui.input.feed_frame(ImGui::GetIO());
    ImGui::NewFrame();
    content_(ui);
    ImGui::Render();
}

void Rig::frames() {
    constexpr int too_many = 200;
    int drawn = 0;
    do {
        frame();
    } while (!ui.input.empty() && ++drawn < too_many);
    frame();
    frame();
}

void Rig::press(ui::Key key, ui::Modifiers mods) {
    ui.input.push(ui::KeyEvent{key, true, mods});
    ui.input.push(ui::KeyEvent{key, false, mods});
    frames();
}

void Rig::type(const std::string& ascii) {
    for (const char c : ascii)
        ui.input.push(ui::TextEvent{static_cast<unsigned char>(c)});
    frames();
}

const ui::ProbeItem& Rig::item(const std::string& label) const {
    const ui::ProbeItem* found = nullptr;
    for (const ui::ProbeItem& each : probe.items) {
        if (each.label != label) continue;
        if (found != nullptr) throw std::runtime_error("two widgets are called \"" + label + "\"");
        found = &each;
    }
    if (found == nullptr) {
        std::string known;
        for (const ui::ProbeItem& each : probe.items)
            known += " [" + each.label + "]";
        throw std::runtime_error("no widget is called \"" + label + "\"; there are:" + known);
    }
    return *found;
}

void Rig::click(const std::string& label) {
    const ui::ProbeItem target = item(label);
    if (!target.enabled) throw std::runtime_error("\"" + label + "\" is disabled");
    if (!target.visible) throw std::runtime_error("\"" + label + "\" is scrolled or clipped away");
    const ImVec2 middle{(target.begin.x + target.end.x) / 2, (target.begin.y + target.end.y) / 2};
    ui.input.push(ui::MouseMove{middle});
    frames();
    if (ImGui::GetHoveredID() != target.id) throw std::runtime_error("\"" + label + "\" is covered by something");
    ui.input.push(ui::MouseButton{0, true, {}});
    ui.input.push(ui::MouseButton{0, false, {}});
    frames();
}

bool Rig::shows(const std::string& words) const {
    return std::any_of(probe.texts.begin(), probe.texts.end(),
                       [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

bool Rig::has(const std::string& label) const {
    return std::any_of(probe.items.begin(), probe.items.end(),
                       [&](const ui::ProbeItem& each) { return each.label == label; });
}

}  // namespace rig
