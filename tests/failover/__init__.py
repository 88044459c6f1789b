"""Two replicas behind the shipped proxy: what a reader keeps when one of them dies."""
