"""What deploy/ holds: the proxy as it is shipped, and manifests that fit each other and the app."""
