"""Reads the press: text in, tables out. No Streamlit, no Plotly."""
