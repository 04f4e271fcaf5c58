/** How many event streams may be open at a time, on one server process. */
export interface StreamLimits {
  /** Of one device: a tablet has few tabs in front at once. */
  readonly device: number;
  readonly overall: number;
}

const usual: StreamLimits = { device: 4, overall: 2000 };

/** One stream's place. */
export interface StreamSlot {
  /** Whether a newer stream of the same device has taken the place. */
  readonly isLost: () => boolean;
  /** Gives the place back; harmless where it was lost. */
  readonly release: () => void;
}

/**
 * A place for a new stream of a device, or null when the server has no more. Of one device the newest
 * wins: the oldest loses its place at once, and `lost` tells it so.
 */
export type EnterStream = (deviceId: string, lost: () => void) => StreamSlot | null;

interface Place {
  readonly deviceId: string;
  readonly lost: () => void;
}

/** A stream costs a socket and a timer: whoever opens them without end must not take them from others. */
export const createStreamSlots = (limits: StreamLimits = usual): EnterStream => {
  // In the order of opening.
  const placesByDevice = new Map<string, Set<Place>>();
  let count = 0;
  const leave = (place: Place): boolean => {
    const own = placesByDevice.get(place.deviceId);
    if (own?.delete(place) !== true) return false;
    count -= 1;
    if (own.size === 0) placesByDevice.delete(place.deviceId);
    return true;
  };
  return (deviceId, lost) => {
    const own = placesByDevice.get(deviceId) ?? new Set<Place>();
    const [oldest] = own;
    if (oldest === undefined && count >= limits.overall) return null;
    if (oldest !== undefined && (own.size >= limits.device || count >= limits.overall)) {
      leave(oldest);
      oldest.lost();
    }
    const place = { deviceId, lost };
    own.add(place);
    placesByDevice.set(deviceId, own);
    count += 1;
    return {
      isLost: () => placesByDevice.get(deviceId)?.has(place) !== true,
      release: () => void leave(place),
    };
  };
};
