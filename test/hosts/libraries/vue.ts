import {createApp, defineComponent, h, KeepAlive, ref} from 'vue';

/** Two pages, of which Vue keeps the one that is not shown. */
const Integrations = defineComponent(() => () => h('pg-portal'));
const Other = defineComponent(() => () => h('p', 'Another page'));

createApp(
  defineComponent(() => {
    const shown = ref<typeof Integrations>(Integrations);
    return () => [
      h('button', {onClick: () => (shown.value = Integrations)}, 'Integrations'),
      h('button', {id: 'other', onClick: () => (shown.value = Other)}, 'Other'),
      h(KeepAlive, null, [h(shown.value)]),
    ];
  }),
).mount('#root');
