import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, styleNonce } from "@/app/App";
import { keepProgram } from "@/app/onDevice";

// Where the library that locks scrolling behind windows looks for the nonce of its style tag.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

keepProgram();
