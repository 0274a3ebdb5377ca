"""Two ways of working at one page: with the keyboard alone, and with the mouse where no script runs. A walk does not know which."""

from typing import Any, Protocol

from playwright.sync_api import Locator, Page

from tests.api.office import SANDI

FAR = 250  # presses of Tab after which something counts as out of reach


class Hand(Protocol):
    """What a person does on a page. Names are the words on the screen."""

    page: Page

    def press(self, target: Locator) -> None: ...
    def write(self, label: str, words: str, place: int = 0) -> None: ...
    def choose(self, label: str, option: str, place: int = 0) -> None: ...
    def give(self, label: str, file: Any) -> None: ...


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=name).first


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name, exact=True).first


class Keys:
    """Tab, Enter, space, arrows and letters. Nothing here ever points at a place on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.on("dialog", lambda question: question.accept())  # Enter on its first button

    def login(self, name: str) -> None:
        self.page.goto("/login/")
        for words in (name, SANDI):
            self.reach(self.page.locator("#username" if words == name else "#password"))
            self.page.keyboard.insert_text(words)
        self._and_wait("Enter")

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        here = target.element_handle()
        for _ in range(FAR):
            if here.evaluate("e => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{FAR} presses of Tab never came to {target}")

    def press(self, target: Locator) -> None:
        box = target.get_attribute("type") in ("checkbox", "radio")
        self.reach(target)
        if box:
            self.page.keyboard.press("Space")
        else:
            self._and_wait("Enter")

    def write(self, label: str, words: str, place: int = 0) -> None:
        self.reach(self.page.get_by_label(label).nth(place))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)

    def choose(self, label: str, option: str, place: int = 0) -> None:
        """Arrow down until the closed list shows the option."""
        field = self.page.get_by_label(label).nth(place)
        self.reach(field)
        for _ in range(60):
            if option in field.evaluate("e => e.selectedOptions[0].textContent"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{label} never shows {option}")

    def give(self, label: str, file: Any) -> None:
        self.reach(self.page.get_by_label(label).first)
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Space")
        asked.value.set_files(file)

    def _and_wait(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


class NoScript:
    """A mouse, before a browser in which no script runs."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def login(self, name: str) -> None:
        self.page.goto("/login/")
        self.page.fill("#username", name)
        self.page.fill("#password", SANDI)
        self.page.click("main button[type=submit]")

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, label: str, words: str, place: int = 0) -> None:
        self.page.get_by_label(label).nth(place).fill(words)

    def choose(self, label: str, option: str, place: int = 0) -> None:
        field = self.page.get_by_label(label).nth(place)
        field.select_option(value=field.locator("option", has_text=option).first.get_attribute("value"))

    def give(self, label: str, file: Any) -> None:
        self.page.get_by_label(label).first.set_input_files(file)
