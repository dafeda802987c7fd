interface FlowConnection {
  readonly state: string;
  addStateChangeListener(listener: () => void): void;
  removeStateChangeListener(listener: () => void): void;
}

function flow(): FlowConnection | undefined {
  return (window as { Vaadin?: { connectionState?: FlowConnection } }).Vaadin?.connectionState;
}

export function isConnected(): boolean {
  const state = flow()?.state;
  return navigator.onLine && state !== 'reconnecting' && state !== 'connection-lost';
}

export function watchConnection(listener: (connected: boolean) => void): () => void {
  const tell = () => listener(isConnected());
  const watched = flow();
  watched?.addStateChangeListener(tell);
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    watched?.removeStateChangeListener(tell);
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
