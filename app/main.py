"""One run of the app: language, pages, tab title, then the page itself."""

import streamlit as st

from app.domain.address import PATHS
from app.knowledge.models import PAGE_IDS
from app.ui import page as frame
from app.ui.clinic_view import has_screen
from app.ui.files import file_of
from app.ui.keep import keep, note
from app.ui.reader import current
from app.ui.theme import ICON

reader = current()
pages = {
    name: st.Page(
        file_of(name),
        title=reader.library.pages[name].front.nav,
        url_path=PATHS[name].strip("/"),
        default=name == PAGE_IDS[0],
    )
    for name in PAGE_IDS
}
chosen = st.navigation(list(pages.values()), position="hidden")
here = next(name for name, one in pages.items() if one.url_path == chosen.url_path)
st.set_page_config(
    page_title=f"{reader.library.pages[here].front.nav} | {reader.library.words('app.name')}",
    page_icon=ICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
taken_back = keep(reader)
if not has_screen(reader, here):
    frame.header(reader.library, here)
chosen.run()
if taken_back:
    note(reader, "again")
