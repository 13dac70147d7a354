'use client';
import {createComponent} from '@lit/react';
import type {LitElement} from 'lit';
import React, {
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import {EVENTS, type PgEventHandlers} from './events.js';

/** Two shapes inside such a function type are assignable only if they are the same, `readonly` included. */
type IsWritable<Element, Name extends keyof Element> =
  (<T>(value: T) => T extends Pick<Element, Name> ? 1 : 2) extends <T>(
    value: T,
  ) => T extends {-readonly [Key in Name]: Element[Key]} ? 1 : 2
    ? true
    : false;

/**
 * The properties of an element that a host sets: public, its own rather than Lit's or the browser's, writable, and no methods.
 * A property that holds a function may be without one, which tells it from a method.
 */
export type PgProperties<Element> = {
  [
    Name in keyof Element as Name extends keyof LitElement
      ? never
      : Element[Name] extends (...args: never) => unknown
        ? never
        : IsWritable<Element, Name> extends true
          ? Name
          : never
  ]?: Element[Name] | undefined;
};

/** Props of the component of an element: its properties, a handler for each event, and what React takes on any element. */
export type PgProps<Element extends HTMLElement> = PgProperties<Element> &
  PgEventHandlers<Element> &
  Omit<HTMLAttributes<Element>, keyof PgProperties<Element> | keyof typeof EVENTS>;

/** A React component around an element of the kit; its `ref` is the element. */
export type PgComponent<Element extends HTMLElement> = ForwardRefExoticComponent<
  PgProps<Element> & RefAttributes<Element>
>;

/** Makes the component for a registered element. Lit's type knows neither the events' details nor which members are to be set. */
export function wrap<Element extends HTMLElement>(
  tagName: string,
  elementClass: new () => Element,
): PgComponent<Element> {
  const component: unknown = createComponent({react: React, tagName, elementClass, events: EVENTS});
  return component as PgComponent<Element>;
}
