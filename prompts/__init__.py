"""The words given to language models: one .md a prompt, rendered strictly by `library`."""
