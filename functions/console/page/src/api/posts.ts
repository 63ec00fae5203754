import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getPage } from "./list";
import type { Delivery } from "./records";

export type Post = Schemas["PostView"];
export type NewPost = Schemas["NewPost"];

const of = (community: string) => path`/api/communities/${community}/posts`;
const at = (post: string) => path`/api/posts/${post}`;

export const pageOfPosts = (community: string, cursor: string) =>
  getPage<Post>(of(community), cursor);
export const createPost = (community: string, wanted: NewPost) =>
  call<Post>("POST", of(community), wanted);
export const getPost = (post: string) => call<Post>("GET", at(post));
export const cancelPost = (post: string) => call<Post>("DELETE", at(post));
export const deliveriesOf = (post: string) =>
  call<Schemas["DeliveryList"]>("GET", `${at(post)}/deliveries`).then(
    ({ items }): Delivery[] => items,
  );
