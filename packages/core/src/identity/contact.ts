/** How the registration form (健保卡網路服務註冊) has ways to reach a person; whole strings. */

/** 行動電話: 09xxxxxxxx. */
export const MOBILE_PATTERN = '^09\\d{8}$';

/** 聯絡電話: (area) number # extension. */
export const TELEPHONE_PATTERN = '^[0-9()# -]{6,30}$';
