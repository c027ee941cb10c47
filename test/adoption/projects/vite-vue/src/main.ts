import { createApp } from 'vue';
import App from './App.vue';
import './space.css';

createApp(App).mount('#app');
