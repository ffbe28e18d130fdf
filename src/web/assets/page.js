// Makes the pages quicker and gives them keys; everything they show is made by the server, and works without this.
import { startBrushing } from "./brush.js";
import { startCiting } from "./cite.js";
import { startCompletion } from "./completion.js";
import { startDates } from "./dates.js";
import { startKeys } from "./keys.js";
import { startReading } from "./reading.js";
import { startSchemeSwitch } from "./scheme-switch.js";
import { onArrival, startVisits } from "./visit.js";

startVisits();
startSchemeSwitch();
startDates();
startCiting();
startCompletion();
startKeys();
for (const start of [startBrushing, startReading]) onArrival(start);
