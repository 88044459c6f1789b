"""The server: `streamlit run streamlit_app.py` or `uvicorn streamlit_app:app`."""

from pathlib import Path

import streamlit as st

from app.knowledge.library import CONTENT, clinic_profile
from app.ui.batches import send_runs_whole
from app.ui.error import calm_error
from app.ui.lean import lighten
from app.ui.messages import ends_run, verdict
from app.ui.theme import use_accent
from app.web import logs
from app.web.deflate import compress_large_messages
from app.web.routes import routes
from app.web.server import middleware, settings, warm
from app.web.sockets import Protocol

logs.configure()
send_runs_whole()
compress_large_messages()
lighten()
use_accent(clinic_profile(CONTENT).clinic.accent)
app = st.App(
    Path(__file__).parent / "app" / "main.py",
    routes=routes(),
    middleware=middleware(Protocol(verdict, ends_run), settings()),
    lifespan=warm,
    on_script_error=calm_error,
)
