import type { DemoControl } from "./shapes.ts";
import { accessControls } from "./controls-access.ts";
import { governanceControls } from "./controls-governance.ts";
import { operationsControls } from "./controls-operations.ts";

export const controls: DemoControl[] = [...governanceControls, ...accessControls, ...operationsControls];

/** A control that is in progress or planned was not there for the auditor to test. */
export const controlsInReport = controls.filter((control) => control.status === "implemented");

const addedAfterPreviousReport = ["AC-08", "EP-02", "IR-04"];

export const controlsInPreviousReport = controlsInReport.filter(
  (control) => !addedAfterPreviousReport.includes(control.code),
);
