import { QRCode } from 'antd';

/** An address as a code to photograph and as a link of these words. */
export function AddressCode({ address, words }: { address: string; words: string }) {
  return (
    <div className="ow-row">
      <span aria-hidden>
        <QRCode value={address} type="svg" size={108} bordered={false} />
      </span>
      <a className="ow-grow" href={address} target="_blank" rel="noreferrer">
        {words}
      </a>
    </div>
  );
}
