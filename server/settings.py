"""What can be set from outside: environment variables, or a `.env` file in the working directory."""

from __future__ import annotations

import ipaddress
import os
import secrets
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_HOME = Path("~/.local/share/interview-lab")


def is_loopback(host: str | None) -> bool:
    """Whether a host name or address can only mean this computer."""
    if host is None:
        return False
    bare = host.strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


class Settings(BaseSettings):
    """Field names are the variables' names in lower case. An empty variable counts as unset."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str | None = None  # where people reach the server, if a proxy stands before it
    interview_lab_home: Path = DEFAULT_HOME
    database_url: str | None = None  # default: SQLite in the data folder
    secret_key: SecretStr | None = None  # default: made once, kept in the data folder

    whisper_model: str = "auto"  # auto, a model's name, or a local directory
    whisper_threads: int | None = Field(default=None, ge=1)
    hf_endpoint: str | None = None  # a mirror of the model hub
    voice: Literal["auto", "espeak", "openai", "kokoro", "piper", "none"] = "auto"
    tts_base_url: str | None = None
    tts_api_key: SecretStr | None = None
    tts_model: str | None = None
    tts_voice: str | None = None
    openai_api_key: SecretStr | None = None
    llm_base_url: str | None = None
    llm_model: str | None = None
    judge_samples: int = Field(default=3, ge=1, le=5)  # how often a model judges one interview, each time by itself

    @field_validator("interview_lab_home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @field_validator("public_url")
    @classmethod
    def _has_host(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("PUBLIC_URL must look like https://practice.example.org")
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def home(self) -> Path:
        """The data folder, absolute: database, recordings, models, secret."""
        return self.interview_lab_home

    @property
    def model_is_on(self) -> bool:
        """Whether a language model may be asked."""
        return self.openai_api_key is not None or self.llm_base_url is not None

    @property
    def is_local(self) -> bool:
        """Whether only this computer can reach the server, as far as the settings say."""
        return is_loopback(self.host) and (self.public_url is None or is_loopback(urlsplit(self.public_url).hostname))

    @property
    def secure_cookies(self) -> bool:
        return self.public_url is not None and self.public_url.startswith("https://")

    @property
    def address(self) -> str:
        """Where to open the product in a browser."""
        if self.public_url is not None:
            return self.public_url
        host = "localhost" if is_loopback(self.host) or self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def make_home(self) -> Path:
        """Create the data folder, readable by its owner only. Raises OSError where that is not allowed."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self.home


def load_secret(settings: Settings) -> str:
    """The key of all signatures: SECRET_KEY, or one made at the first start and kept in the data folder.

    Raises OSError when it can neither be read nor written.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    path = settings.make_home() / "secret.key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(48))
    return path.read_text("ascii").strip()


def _write_once(path: Path, secret: str) -> None:
    """Two servers that start together end with one key: whoever links first wins, and no half-written file is seen."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(secret)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
