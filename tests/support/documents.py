"""Documents that are being read when the server dies.

`python -m tests.support.documents DATABASE_URL HOME reading|asking` starts a server's background work and kills it with
SIGKILL while the file is read, or after the rules' reading was stored and before a model has answered.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from server.documents import work
from server.documents.queue import open_documents
from server.services import open_services
from server.settings import Settings


async def main(address: str, home: Path, moment: str) -> None:
    async def die(*given: Any, **named: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    given: dict[str, Any] = {}
    if moment == "reading":
        work.read_and_extract = die  # type: ignore[assignment]
    else:
        work.read_with_model = die  # type: ignore[assignment]
        given = {"llm_base_url": "http://127.0.0.1:9/v1"}
    settings = Settings(_env_file=None, database_url=address, interview_lab_home=home, **given)
    async with open_services(settings) as services, open_documents(services):
        await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
