#!/usr/bin/python3
"""A window with a page of WebKitGTK and nothing around it, for WebDriver.

MiniBrowser has a toolbar, which keeps a page wider than a phone. Here a page can be 320 pixels wide. WebKit ignores
`window.print()` in a browser under WebDriver, and its driver cannot print. Here
`webkit.messageHandlers.paper.postMessage(null)` writes the page as a PDF file: $MHB_PRINT_FOLDER/1.pdf, 2.pdf and so on.
"""
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

FOLDER = os.environ.get("MHB_PRINT_FOLDER")
operations = []


def to_paper(view):
    """Prints to a file of A4 pages."""
    name = f"{FOLDER}/{len(operations) + 1}"
    settings = Gtk.PrintSettings()
    settings.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{name}.part")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    # A reader of the folder sees only complete files.
    operation.connect("finished", lambda _: os.rename(f"{name}.part", f"{name}.pdf"))
    operation.print_()
    operations.append(operation)


def open_window(context, **more):
    """A window of its own for each page, so that pages do not share a size."""
    content = WebKit2.UserContentManager()
    view = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, user_content_manager=content, **more
    )
    content.connect("script-message-received::paper", lambda *_: to_paper(view))
    content.register_script_message_handler("paper")
    view.connect("create", lambda opener, _: open_window(context, related_view=opener))
    window = Gtk.Window()
    window.set_default_size(1280, 900)
    view.connect("close", lambda _: window.destroy())
    window.add(view)
    window.show_all()
    return view


def main():
    context = WebKit2.WebContext.new_ephemeral()
    context.set_automation_allowed(True)
    context.set_preferred_languages(["zh-TW"])

    def on_session(_context, session):
        info = WebKit2.ApplicationInfo()
        info.set_name("WebKitGTK")
        info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
        session.set_application_info(info)
        session.connect("create-web-view", lambda _: open_window(context))

    context.connect("automation-started", on_session)
    Gtk.main()


main()
