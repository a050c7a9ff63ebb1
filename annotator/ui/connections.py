"""Connect commands and signals to the parts of the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from annotator.core.spans import Span
from annotator.ui import window_dialogs
from annotator.ui.change_texts import taken_back_text
from annotator.ui.evidence_menu import show_evidence_menu

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

Slot = Callable[[], object]


def slots(window: "MainWindow") -> dict[str, Slot]:
    """Return the slot of each command of the table."""
    return _file_slots(window) | _claim_slots(window) | _mark_slots(window) | _view_slots(window)


def join(window: "MainWindow") -> None:
    """Connect every part to the signals it follows, and every command to its slot."""
    window.actions_.connect_slots(slots(window))
    desk, editor, page = window.desk, window.editor, window.page
    desk.article_shown.connect(window.show_article)
    desk.changed.connect(page.take)
    desk.changed.connect(lambda *_: window.show_header())
    desk.focused.connect(lambda id_: page.set_focus(id_ or None, follow=not desk.taking_passage))
    desk.focused.connect(lambda _: window.announce_focus())
    desk.reading_changed.connect(window.show_header)
    editor.warned.connect(window.notices.say_warning)
    desk.taken_back.connect(lambda change: window.status_line.hint(taken_back_text(change)))
    desk.name_wanted.connect(lambda: window.choices.ask_name(window))
    window.status_line.person_clicked.connect(lambda: window.choices.ask_name(window))
    desk.failed.connect(window.notices.say)
    desk.saver.failed.connect(lambda _, error: window.notices.say(error))
    window.files.carried.connect(window.notices.say_carried)
    window.files.compacted.connect(window.status_line.say_compacted)
    editor.refused.connect(window.status_line.hint)
    page.claim_pointed.connect(desk.point_to)
    page.menu_wanted.connect(
        lambda at: window_dialogs.show_menu(window_dialogs.page_menu(window), at)
    )
    window.claim_list.menu_wanted.connect(
        lambda at: window_dialogs.show_menu(window_dialogs.claim_menu(window), at)
    )
    window.claim_list.claim_pointed.connect(desk.point_to)
    window.article_list.row_chosen.connect(desk.show)
    window.label_bar.tag_requested.connect(editor.tag)
    window.label_bar.reject_requested.connect(editor.reject)
    window.inspector.step_requested.connect(desk.move)
    window.inspector.source_type_chosen.connect(editor.set_source_type)
    window.inspector.place_pointed.connect(page.show_place)
    window.claim_pane.rule_clicked.connect(window.show_rule)
    window.notes.note_written.connect(editor.set_note)
    window.notes.evidence_clicked.connect(lambda at: show_evidence_menu(window, at))
    window.notes.left.connect(page.setFocus)
    window.start_page.continued.connect(window.remembering.resume)
    window.start_page.found.connect(lambda recent: window.files.ask_moved(window, recent))
    window.start_page.command_wanted.connect(lambda id_: window.actions_[id_].trigger())
    window.start_page.sample_wanted.connect(window.files.open_sample)
    window.files.moved.connect(window.remembering.found)
    desk.emptied.connect(window.show_start)
    window.search.changed.connect(window.claim_list.set_query)
    window.search.rows_found.connect(window.article_list.show_rows)
    window.search.left.connect(page.setFocus)
    window.choices.changed.connect(window.follow_choices)
    window.choices.scheme_changed.connect(window.set_scheme)
    window.choices.relabelled.connect(window.notices.say_relabelled)
    join_work(window)


def join_work(window: "MainWindow") -> None:
    """Show the progress of long work in the status line and its result on the banner."""
    imports, exports, status = window.files.imports, window.exports, window.status_line
    for work in (imports, exports):
        work.told.connect(window.banner.tell)
        work.hinted.connect(status.hint)
        work.progressed.connect(status.add_work(work.stop).say)
    exports.exported.connect(window.notices.say_exported)
    relabelling = window.choices.relabelling
    relabelling.progressed.connect(status.add_work(relabelling.stop).say)
    imports.tables_found.connect(lambda paths: imports.ask(window, paths))


def _file_slots(window: "MainWindow") -> dict[str, Slot]:
    desk, files = window.desk, window.files
    return {
        "open": lambda: files.ask_files(window),
        "open_folder": lambda: files.ask_folder(window),
        "open_address": lambda: files.ask_address(window),
        "import": lambda: files.imports.ask(window),
        "open_sample": files.open_sample,
        "paste": files.paste,
        "save": files.save_now,
        "save_elsewhere": lambda: files.ask_elsewhere(window),
        "export": lambda: window.exports.ask(window),
        "save_encrypted": lambda: files.ask_encrypted(window),
        "reload": files.reload,
        "compact": files.compact,
        "close": files.close,
        "quit": window.close,
        "undo": desk.undo,
        "redo": desk.redo,
        "history": partial(window_dialogs.show_history, window),
        "copy": window.page.copy,
        "settings": partial(window_dialogs.show_settings, window),
        "next_article": lambda: desk.show(window.article_list.neighbour(1)),
        "previous_article": lambda: desk.show(window.article_list.neighbour(-1)),
        "next_open_article": lambda: desk.show(window.article_list.neighbour(1, only_open=True)),
        "previous_open_article": lambda: desk.show(
            window.article_list.neighbour(-1, only_open=True)
        ),
        "details": partial(window_dialogs.ask_details, window),
        "flag": lambda: window.editor.toggle_state("flagged"),
        "skip": lambda: window.editor.toggle_state("skipped"),
    }


def _claim_slots(window: "MainWindow") -> dict[str, Slot]:
    desk, editor = window.desk, window.editor
    return {
        "accept": editor.accept,
        "repeat": editor.repeat,
        "clear": editor.clear,
        "reject": editor.reject,
        "note": window.notes.write_note,
        "evidence": partial(window_dialogs.ask_evidence, window),
        "why": window.claim_pane.toggle_reasons,
        "source_type": window.inspector.ask_source_type,
        "next": lambda: desk.move(1),
        "previous": lambda: desk.move(-1),
        "next_open": lambda: desk.move(1, only_open=True),
        "previous_open": lambda: desk.move(-1, only_open=True),
    }


def _mark_slots(window: "MainWindow") -> dict[str, Slot]:
    editor = window.editor

    def with_selection(act: Callable[[Span], object]) -> Slot:
        return lambda: window.with_selection(act)

    return {
        "create_claim": with_selection(editor.create_claim),
        "add_content": with_selection(editor.add_content),
        "set_source": with_selection(editor.set_source),
        "set_cue": with_selection(editor.set_cue),
        "add_cue": with_selection(editor.add_cue),
        "toggle_hedge": with_selection(editor.toggle_hedge),
        "entity": partial(window_dialogs.ask_entity, window),
        "mark_furniture": lambda: editor.toggle_furniture(window.page.selection_or_caret()),
        "merge": editor.merge,
        "divide": lambda: editor.divide(window.page.caret()),
        "start_back": lambda: editor.move_edge("start", -1),
        "start_on": lambda: editor.move_edge("start", 1),
        "end_back": lambda: editor.move_edge("end", -1),
        "end_on": lambda: editor.move_edge("end", 1),
        "start_back_character": lambda: editor.move_edge("start", -1, by_character=True),
        "start_on_character": lambda: editor.move_edge("start", 1, by_character=True),
        "end_back_character": lambda: editor.move_edge("end", -1, by_character=True),
        "end_on_character": lambda: editor.move_edge("end", 1, by_character=True),
    }


def _view_slots(window: "MainWindow") -> dict[str, Slot]:
    return {
        "search": window.search.begin,
        "larger": lambda: window.resize_text(1),
        "smaller": lambda: window.resize_text(-1),
        "furniture": window.page.toggle_furniture,
        "articles_pane": lambda: window.toggle(window.article_list),
        "claim_pane": lambda: window.toggle(window.claim_pane),
        "keys": partial(window_dialogs.show_keys, window),
        "guidelines": window.show_guidelines,
        "lesson": window.begin_lesson,
    }
