"""The examples with the letters and the charts' code that they need, as the app serves them."""

import sys
from pathlib import Path

import streamlit as st
from starlette.routing import Route

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.web.routes import asset

app = st.App(Path(__file__).with_name("gallery.py"), routes=[Route("/assets/{name:path}", asset)])
