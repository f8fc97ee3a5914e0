"""The ear: streaming speech-to-text on faster-whisper, one model for all interviews of the process."""
