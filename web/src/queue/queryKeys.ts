export const seatKey = ['counter'] as const;
export const deskKey = ['queue', 'desk'] as const;
