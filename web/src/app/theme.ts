import type { ThemeConfig } from 'antd';

/** Colours of the product. Every text colour has at least 4.5:1 on white and on the page ground (WCAG 2.2, 1.4.3). */
export const colours = {
  primary: '#1d4f91',
  primaryDark: '#12305c',
  seal: '#b3261e',
  success: '#1a6b3a',
  warning: '#8a5300',
  text: '#1c2530',
  textSecondary: '#4a5664',
  ground: '#f2f4f7',
  /** At least 3:1 against white: borders of inputs (1.4.11). */
  border: '#8491a1',
  line: '#d9dfe6',
};

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.primary,
    colorInfo: colours.primary,
    colorLink: colours.primary,
    colorLinkHover: colours.primaryDark,
    colorSuccess: colours.success,
    colorWarning: colours.warning,
    colorError: colours.seal,
    colorTextBase: colours.text,
    colorText: colours.text,
    colorTextSecondary: colours.textSecondary,
    colorTextTertiary: '#5a6675',
    colorTextQuaternary: '#5f6b7a',
    colorTextPlaceholder: '#616d7c',
    colorTextDescription: colours.textSecondary,
    colorTextDisabled: '#616d7c',
    colorBgLayout: colours.ground,
    colorBorder: colours.border,
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    controlHeight: 34,
    controlHeightSM: 28,
    fontSize: 14,
    lineWidthFocus: 3,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    fontFamily:
      '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei","Segoe UI",system-ui,sans-serif',
  },
  components: {
    Table: { headerBg: '#eaeff5', headerColor: colours.text, cellPaddingBlock: 10, cellPaddingInline: 12 },
    Card: { headerFontSize: 15, bodyPadding: 16, headerPadding: 16 },
    Button: { defaultBorderColor: colours.border, fontWeight: 500 },
    Tag: { defaultColor: colours.text, defaultBg: '#eef2f6' },
    Steps: { colorTextDescription: colours.textSecondary },
  },
};
