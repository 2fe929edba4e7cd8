"""The test run: linters, a throwaway server with its templates, a browser, and the guard."""
