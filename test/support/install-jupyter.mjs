// Makes .venv with JupyterLab where there is none yet, before tests and notebooks that both need it run side by side.
import { ensureJupyter } from "../../dist/command/jupyter.js";

await ensureJupyter("notebooks", { say: console.log, warn: console.log, isInteractive: false });
