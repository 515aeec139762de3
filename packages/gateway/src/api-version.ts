/** API Management's newest stable API version. */
export const API_MANAGEMENT_VERSION = '2024-05-01';
