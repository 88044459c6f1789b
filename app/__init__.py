"""The MILD explainer."""
