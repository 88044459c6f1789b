"""Pure rules: nothing here reads, draws or serves."""
