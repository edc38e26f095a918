export { CartonPicture } from "./CartonPicture";
export { CartonSteps } from "./CartonSteps";
export type { Extents, PackedItem, Turn } from "./extents";
export { centimetres, stepsOf } from "./steps";
