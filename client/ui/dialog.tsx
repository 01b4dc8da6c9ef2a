import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';

/** A window over the page: Esc and a click beside it close it, focus goes back where it was. */
export function Dialog({
  title,
  wide = false,
  close,
  children,
}: {
  title: string;
  wide?: boolean;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => (open ? undefined : close())}>
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <RacDialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}
