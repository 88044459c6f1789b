"""Streamlit building blocks."""
