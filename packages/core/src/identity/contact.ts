/**
 * The formats of contact details in the registration form (健保卡網路服務註冊). Each pattern matches the whole
 * string.
 */

/** 行動電話: 09xxxxxxxx. */
export const MOBILE_PATTERN = '^09\\d{8}$';

/** 聯絡電話 (telephone number), such as (area) number # extension. */
export const TELEPHONE_PATTERN = '^[0-9()# -]{6,30}$';
