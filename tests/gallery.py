"""A Streamlit script that draws one named example, `?example=footer`: for tests and pictures."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.blocks.style import stylesheet  # noqa: E402 - the path comes first
from tests.examples import EXAMPLES, draw  # noqa: E402 - the path comes first

st.set_page_config(page_title="Examples", layout="wide")
st.html(f"<style>{stylesheet()}</style>")
name = st.query_params.get("example", next(iter(EXAMPLES)))
st.html(f'<h1>Example</h1><h2 class="page-head">{name}</h2>')
draw(name)
st.html('<footer class="about"></footer>')
