// close_request.cpp - the only thing asked of X itself; its names stay in this file.
#include <X11/Xlib.h>

#include <memory>
#include <stdexcept>

#include "window.h"

namespace e2e {

void ask_to_close(const std::string& display, long window) {
    const std::unique_ptr<Display, int (*)(Display*)> connection(XOpenDisplay(display.c_str()), XCloseDisplay);
    if (!connection) throw std::runtime_error("Could not reach display " + display);
    XEvent event = {};
    event.xclient.type = ClientMessage;
    event.xclient.window = static_cast<::Window>(window);
    event.xclient.message_type = XInternAtom(connection.get(), "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(XInternAtom(connection.get(), "WM_DELETE_WINDOW", False));
    event.xclient.data.l[1] = CurrentTime;
    XSendEvent(connection.get(), event.xclient.window, False, NoEventMask, &event);
    XSync(connection.get(), False);
}

}  // namespace e2e
