import { css } from 'lit';

/** Custom properties, each optional and used through a private name. */
export const tokens = css`
  :host {
    --_accent: var(--hubspot-importer-accent, light-dark(#2251d8, #8fb0ff));
    --_on-accent: var(--hubspot-importer-on-accent, light-dark(#ffffff, #0d1526));
    --_surface: var(--hubspot-importer-surface, light-dark(#ffffff, #171b22));
    --_quiet: var(--hubspot-importer-surface-quiet, light-dark(#f4f6f8, #1c222b));
    --_text: var(--hubspot-importer-text, light-dark(#1a212c, #e9edf3));
    --_muted: var(--hubspot-importer-text-quiet, light-dark(#566273, #9aa6b6));
    --_border: var(--hubspot-importer-border, light-dark(#e1e5ea, #2c333e));
    --_radius: var(--hubspot-importer-radius, 14px);
    --_min-height: var(--hubspot-importer-min-height, 27rem);
    --_box: calc(var(--_radius) * 0.72);
    --_control: calc(var(--_radius) * 0.64);
    --_line-control: color-mix(in oklab, var(--_text) 46%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    --_red: light-dark(#a91f1f, #ff9d94);
    --_red-tint: light-dark(#fdeeee, #341c1e);
    --_amber: light-dark(#855000, #f2b457);
    --_amber-tint: light-dark(#fff6e6, #2d2417);
    --_green: light-dark(#13703f, #62cf97);

    display: block;
    color-scheme: light dark;
    container-type: inline-size;
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    unicode-bidi: isolate;
  }
`;
