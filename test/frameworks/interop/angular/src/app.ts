import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import {flows, getUserToken, groups, include, loadElements} from './data';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nav>
      <button (click)="loadElements()">Load the elements</button>
      <button (click)="renders.set(renders() + 1)">Render again</button>
      <button (click)="isSecond.set(!isSecond())">Change everything</button>
      <button (click)="list.set(list().toReversed())">Reverse the list</button>
      <button (click)="isShown.set(!isShown())">Show or hide</button>
    </nav>
    @if (isShown()) {
      <pg-portal project-id="your-project-id" [getUserToken]="getUserToken">
        <pg-catalog
          [groups]="groups"
          [include]="include"
          [layout]="isSecond() ? 'list' : 'grid'"
          (pg-select)="onSelect()()"
        >
          <h2 slot="heading">Rendered {{ renders() }} times</h2>
        </pg-catalog>
        @if (renders() > 0) {
          <pg-account-list integration="quietbox" />
        }
        <pg-input [readonly]="!isSecond()" />
        <ul>
          @for (type of list(); track type) {
            <li>
              <pg-install-flow
                [integration]="type"
                [allowMultiple]="isSecond()"
                [attr.oauth-timeout]="isSecond() ? 200_000 : 100_000"
              />
            </li>
          }
        </ul>
      </pg-portal>
    }
    <output>{{ heard().join(' ') }}</output>
  `,
})
export class App {
  protected readonly renders = signal(0);
  protected readonly isShown = signal(true);
  protected readonly isSecond = signal(false);
  protected readonly list = signal(flows);
  protected readonly heard = signal<string[]>([]);

  protected readonly loadElements = loadElements;
  protected readonly getUserToken = getUserToken;
  protected readonly groups = groups;
  protected readonly include = include;

  protected readonly onSelect = computed(() => {
    const name = this.isSecond() ? 'second' : 'first';
    return () => this.heard.set([...this.heard(), name]);
  });
}
