import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import 'pg-elements/define';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './app.html',
})
export class App {
  protected readonly groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];
  protected readonly chosen = signal<string | undefined>(undefined);
  protected readonly activity = signal<string[]>([]);

  /** Your backend signs a token for the user who is logged in. */
  protected async getUserToken() {
    const response = await fetch('/integration-token');
    return response.text();
  }

  protected note({type, detail}: CustomEvent<{integration: string}>) {
    this.activity.update((entries) => [...entries, `${type}: ${detail.integration}`]);
  }
}
