"""Job advertisements: fetched, read, and exchanged as tables and calendar files. Knows neither database nor HTTP."""
