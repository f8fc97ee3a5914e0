import "@fontsource-variable/inter/opsz.css";
import "@fontsource/jetbrains-mono/latin-400.css";
import "./styles/mantine.css";
import "./styles/tokens.css";
import "./styles/global.css";
import "./styles/print.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
